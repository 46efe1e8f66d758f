using System.Runtime.CompilerServices;

namespace Ascs.Architecture.Tests;

/// <summary>The source tree these tests read.</summary>
internal static class Tree
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string ProjectFile(string project) =>
        Directory.EnumerateFiles(Path.Combine(Root, "functions"), project + ".csproj", SearchOption.AllDirectories).Single();

    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));

    public static string Relative(string file) => Path.GetRelativePath(Root, file);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
