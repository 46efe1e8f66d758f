using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Operator.Gateway;
using Ascs.Operator.Subscribers;
using Ascs.Storage;
using Ascs.Storage.Sqlite;

namespace Ascs.Operator.Tests;

public sealed class LeakTests
{
    private static readonly string[] Secrets = [Bed.Number, Bed.OtherNumber, Bed.Imsi, Bed.Imei, "cust-1", "您的订单A0", "什么时候到"];

    [Fact]
    public async Task No_number_identifier_or_text_is_at_rest_in_logs_or_in_any_answer()
    {
        var folder = Directory.CreateTempSubdirectory("ascs-operator-").FullName;
        var seen = new StringBuilder();
        await using (var store = SqliteDocumentStore.Open(new(Path.Combine(folder, "main.db"), Containers.Main)))
        {
            await using var bed = await new Bed(store).ImportAsync();
            await bed.RunServiceAsync();
            var person = await bed.PersonAsync();
            var orders = bed.Orders(person, await bed.PersonAsync(Bed.OtherImsi));
            seen.Append(JsonSerializer.Serialize((await bed.SubmitAsync(orders)).Value!, WireOptions.Strict));
            await bed.UntilAsync(() => bed.Trust.Items.Count() == 2);
            bed.Gateway.Reply(PhoneNumber.TryParse(Bed.Number, out var number) ? number : default, Bed.Port, "什么时候到");
            bed.Gateway.Receipt(orders.Orders[0].OrderId);
            await bed.UntilAsync(() => bed.Trust.Items.Count() == 4);
            bed.Gateway.Behaviour = _ => throw new InvalidOperationException($"a bug that quotes {Bed.Number}");
            await bed.SubmitAsync(bed.Orders(person));
            await bed.UntilAsync(() => bed.Trust.Items.Count() == 5);
            Assert.Contains(bed.Logs, l => l.Contains("a hand-over failed", StringComparison.Ordinal));
            seen.AppendJoin('\n', bed.Logs).Append(JsonSerializer.Serialize(await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Bed.Imsi))), WireOptions.Strict));
            lock (bed.Trust.Calls)
                foreach (var call in bed.Trust.Calls) seen.Append(JsonSerializer.Serialize(call, WireOptions.Strict));
            bed.Gateway.Behaviour = _ => null;
        }

        var files = Directory.GetFiles(folder).SelectMany(File.ReadAllBytes).ToArray();
        Assert.True(files.AsSpan().IndexOf(Encoding.UTF8.GetBytes("az_")) >= 0, "The search finds nothing at all: it would not find a leak either.");
        foreach (var secret in Secrets)
        {
            Assert.DoesNotContain(secret, seen.ToString(), StringComparison.Ordinal);
            Assert.True(files.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"at rest: {secret}");
            Assert.True(files.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[..8])) < 0, $"at rest in base64: {secret}");
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_number_prints_masked_and_is_never_serialised()
    {
        Assert.True(PhoneNumber.TryParse(Bed.Number, out var number));
        Assert.Equal("(number)", $"{number}");
        Assert.DoesNotContain("138", new GatewayMessage(default, number, Bed.Port, "x").ToString(), StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(number, JsonSerializerOptions.Web));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<PhoneNumber>("13800138000", JsonSerializerOptions.Web));
    }

    [Fact]
    public void No_public_member_of_the_assembly_can_hold_a_number() =>
        Assert.DoesNotContain(typeof(OperatorModule).Assembly.GetExportedTypes().SelectMany(t => t.GetMembers()), m => m.ToString()!.Contains(nameof(PhoneNumber), StringComparison.Ordinal));
}
