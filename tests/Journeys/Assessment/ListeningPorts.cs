using System.Globalization;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>What this process listens on, as the kernel says.</summary>
internal static class ListeningPorts
{
    private const string Listening = "0A";

    public static IReadOnlyList<int> Of()
    {
        var own = Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(entry => new FileInfo(entry).LinkTarget ?? "").ToHashSet();
        return [.. new[] { "/proc/self/net/tcp", "/proc/self/net/tcp6" }.SelectMany(file => File.ReadLines(file).Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == Listening && own.Contains($"socket:[{fields[9]}]"))
            .Select(fields => int.Parse(fields[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).Distinct()];
    }
}
