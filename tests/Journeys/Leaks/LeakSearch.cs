namespace Ascs.Journeys.Tests.Leaks;

/// <summary>Looks for texts in bytes, in every encoding and every layer.</summary>
internal sealed class LeakSearch(IEnumerable<string> texts)
{
    private readonly (string Text, string Encoding, byte[] Bytes)[] needles =
        [.. texts.SelectMany(text => Needles.Of(text).Select(needle => (text, needle.Encoding, needle.Bytes)))];

    /// <summary>What was found, named; empty when nothing.</summary>
    public IEnumerable<string> In(byte[] bytes) => Layers.Of(bytes)
        .SelectMany(layer => needles.Where(needle => layer.AsSpan().IndexOf(needle.Bytes) >= 0)).Select(needle => $"{needle.Text} ({needle.Encoding})").Distinct();

    /// <summary>The same over the files of a folder: databases, their logs, journals.</summary>
    public IReadOnlyList<string> InFolder(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)) // empty, and held
        .SelectMany(file => In(Read(file)).Select(found => $"{Path.GetRelativePath(folder, file)}: {found}"))];

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
