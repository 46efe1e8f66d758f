using System.Text.Json;
using Ascs.Trust.Audit;

namespace Ascs.Hosts.Local.Auditing;

/// <summary>The audit heads in journal files: elsewhere than the records, and in every copy of a journal that went off this machine.</summary>
internal static class JournalHeads
{
    /// <summary>Heads in a journal and the older ones beside it (`.1`, `.2`, …), as they stand there; nothing is checked.</summary>
    public static IEnumerable<SignedAuditHead> Of(string journal)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(journal))!;
        if (!Directory.Exists(folder)) return [];
        return Directory.EnumerateFiles(folder, Path.GetFileName(journal) + "*").SelectMany(Read);
    }

    /// <summary>The last of the newest journal: where the trail ended when this platform last ran.</summary>
    public static IEnumerable<SignedAuditHead> NewestOf(string journal) => File.Exists(journal) ? Read(journal).TakeLast(1) : [];

    private static IEnumerable<SignedAuditHead> Read(string file)
    {
        // Beside a running platform, which goes on writing.
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
            if (line.Contains(SignedAuditHead.Mark, StringComparison.Ordinal) && Message(line) is { } message && SignedAuditHead.Find(message) is { } head)
                yield return head;
    }

    // A line that was cut short by a crash is no line.
    private static string? Message(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("message", out var message) ? message.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
