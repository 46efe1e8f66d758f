using System.Reflection;

namespace Ascs.Architecture.Tests;

/// <summary>A phone number lives at the operator and nowhere else (ISC-6.3.2.1).</summary>
public sealed class PhoneNumberTests
{
    private static readonly string[] Outside =
        ["Ascs.Contracts", "Ascs.Gm", "Ascs.Storage", "Ascs.Storage.Sqlite", "Ascs.Evidence", "Ascs.Trust", "Ascs.Enterprise", "Ascs.TrustedParty", "Ascs.Client", "Ascs.Hosts.Local"];

    private static readonly string[] Words = ["PhoneNumber", "Msisdn", "MobileNumber"];

    [Fact]
    public void no_type_or_member_outside_the_operator_is_named_after_a_phone_number()
    {
        var found = Outside.Select(Assembly.Load).SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
                .Select(member => $"{type.FullName}.{member.Name}").Append(type.FullName!))
            .Where(name => Words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));

        Assert.Empty(found);
    }

    [Fact]
    public void the_operators_own_type_for_a_number_is_internal()
    {
        var types = Assembly.Load("Ascs.Operator").GetTypes().Where(type => type.Name.Contains("PhoneNumber", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.False(type.IsVisible, type.FullName));
    }

    [Fact]
    public void no_wire_record_can_hold_a_number_or_a_clear_identifier_by_name()
    {
        string[] words = ["phone", "msisdn", "imei", "imsi", "oaid", "idfa"];
        var found = Assembly.Load("Ascs.Contracts").GetTypes().Where(type => !type.IsEnum)
            .SelectMany(type => type.GetProperties().Select(property => $"{type.Name}.{property.Name}"))
            .Where(name => words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));

        Assert.Empty(found);
    }
}
