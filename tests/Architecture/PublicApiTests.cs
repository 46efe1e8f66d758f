using System.Reflection;
using Microsoft.AspNetCore.Components;
using PublicApiGenerator;

namespace Ascs.Architecture.Tests;

/// <summary>What each library shows to the outside is approved in <c>docs/api/</c>: a change is seen in review. <c>ASCS_APPROVE=1</c> writes it anew.</summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    public static TheoryData<string> Libraries =>
    [
        "Ascs.Contracts", "Ascs.Gm", "Ascs.Evidence", "Ascs.Storage", "Ascs.Storage.Sqlite", "Ascs.Trust", "Ascs.Enterprise", "Ascs.TrustedParty", "Ascs.Operator",
        "Ascs.Client",
    ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void the_public_surface_is_the_approved_one(string library)
    {
        Type[] types = [.. Assembly.Load(library).GetExportedTypes().Where(type => !type.IsSubclassOf(typeof(ComponentBase)))]; // pages are no library
        var shown = types.GeneratePublicApi(Options) + "\n";
        var approved = Path.Combine(Tree.Root, "docs", "api", library + ".txt");
        if (Environment.GetEnvironmentVariable("ASCS_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllText(approved, shown);
        }

        Assert.Equal(File.ReadAllText(approved), shown);
    }
}
