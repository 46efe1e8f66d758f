namespace Ascs.Journeys.Tests.Assessment;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Ascs.slnf")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
