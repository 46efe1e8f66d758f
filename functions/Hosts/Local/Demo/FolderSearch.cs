using System.Text;

namespace Ascs.Hosts.Local.Demo;

/// <summary>Looks for texts in every byte of a folder's files, in clear and as hex.</summary>
internal static class FolderSearch
{
    public static bool Finds(string folder, IReadOnlyList<string> texts)
    {
        var needles = texts.SelectMany(text => new[] { Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(text))) }).ToArray();
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(ReadShared).Any(bytes => needles.Any(needle => bytes.AsSpan().IndexOf(needle) >= 0));
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes;
    }
}
