using System.Reflection;

namespace Ascs.Architecture.Tests;

/// <summary>Who may know what, as references: a reader sees it here, the build keeps it.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Ascs.Contracts"] = [],
        ["Ascs.Gm"] = [],
        ["Ascs.Storage"] = [],
        ["Ascs.Storage.Sqlite"] = ["Ascs.Storage"],
        ["Ascs.Evidence"] = ["Ascs.Gm"],
        ["Ascs.Trust"] = ["Ascs.Contracts", "Ascs.Gm", "Ascs.Storage"],
        ["Ascs.Enterprise"] = ["Ascs.Contracts", "Ascs.Evidence", "Ascs.Gm", "Ascs.Storage", "Ascs.Trust"],
        ["Ascs.TrustedParty"] = ["Ascs.Contracts", "Ascs.Evidence", "Ascs.Gm", "Ascs.Storage", "Ascs.Trust"],
        ["Ascs.Operator"] = ["Ascs.Contracts", "Ascs.Evidence", "Ascs.Gm", "Ascs.Storage", "Ascs.Trust"],
        ["Ascs.Client"] = ["Ascs.Contracts", "Ascs.Evidence", "Ascs.Gm", "Ascs.Storage", "Ascs.Storage.Sqlite", "Ascs.Trust"], // decision 0019
        ["Ascs.Hosts.Handset"] = [],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void a_project_references_only_what_it_may(string project)
    {
        var references = Assembly.Load(project).GetReferencedAssemblies()
            .Select(name => name.Name!).Where(name => name.StartsWith("Ascs.", StringComparison.Ordinal));

        Assert.Empty(references.Except(Allowed[project]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void a_project_file_names_only_what_it_may(string project)
    {
        var file = Tree.ProjectFile(project);
        var references = System.Xml.Linq.XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Empty(references.Except(Allowed[project]));
    }
}
