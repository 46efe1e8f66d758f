using System.Globalization;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.Trust.Audit;

/// <summary>
/// What was recorded within a second or so, in order, chained to the batch before by its hash and numbers: who changes, removes, reorders or inserts one would
/// have to sign all batches behind it anew. Its text is canonical: exactly one text for one batch.
/// </summary>
/// <param name="Platform">Whose trail: a batch of another trail doesn't fit.</param>
/// <param name="Instance">Which process wrote it, 16 hex digits of its own: two that record the same in the same millisecond don't take each other's for their own.</param>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="At">When it was put together.</param>
/// <param name="ExpiresAt">Kept until then; never earlier than the batch before.</param>
/// <param name="Previous">The trail up to here. Its <see cref="AuditHead.ExpiresAt"/> says from when on the batch before may be missing.</param>
/// <param name="Entries">At least one.</param>
public sealed record AuditBatch(
    PlatId Platform, string Instance, long Number, UnixTime At, UnixTime ExpiresAt, AuditHead Previous, IReadOnlyList<AuditEntry> Entries)
{
    private const string Version = "ascs-audit-v1";

    // CHEAA-4.1.6 d: kept by whole days, in Beijing as people count them here.
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>The next batch of a trail.</summary>
    /// <param name="previous">Where the trail ends.</param>
    /// <param name="platform">Whose trail.</param>
    /// <param name="instance">Which process.</param>
    /// <param name="entries">What to record.</param>
    /// <param name="now">The time.</param>
    /// <param name="kept">How long a record is kept after its day is over.</param>
    public static AuditBatch After(
        AuditHead previous, PlatId platform, string instance, IReadOnlyList<AuditEntry> entries, DateTimeOffset now, TimeSpan kept)
    {
        var day = new DateTimeOffset(now.ToOffset(Beijing).Date, Beijing);
        var expires = UnixTime.From(day.AddDays(1) + kept);
        return new AuditBatch(
            platform, instance, previous.Number + 1, UnixTime.From(now), expires < previous.ExpiresAt ? previous.ExpiresAt : expires, previous, entries);
    }

    /// <summary>The trail with this batch.</summary>
    public AuditHead ToHead() => new(Number, Previous.Records + Entries.Count, HashOf(ToText()), ExpiresAt);

    /// <summary>The canonical text: a line about the batch, then a line a record.</summary>
    public string ToText()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"{Version}\t{Platform}\t{Instance}\t{Number}\t{At}\t{ExpiresAt}\t{Previous.Number}\t{Previous.Records}\t{Previous.Hash}\t{Previous.ExpiresAt}\t{Entries.Count}\n");
        for (var i = 0; i < Entries.Count; i++) text.Append(AuditLine.Write(Previous.Records + i + 1, Entries[i])).Append('\n');
        return text.ToString();
    }

    /// <summary>Reads a canonical text; null for any other.</summary>
    public static AuditBatch? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        if (lines.Length < 3 || ParseHeader(lines[0]) is not { } batch) return null;
        var entries = lines[1..^1].Select(AuditLine.Read).ToArray();
        if (entries.Any(entry => entry is null)) return null;
        batch = batch with { Entries = [.. entries.Select(entry => entry!.Value.Entry)] };
        return batch.ToText() == text ? batch : null;
    }

    /// <summary>What is signed and what the next batch names: SM3 (GM/T 0004) of the text.</summary>
    public static byte[] DigestOf(string text) => Sm3.Hash(Encoding.UTF8.GetBytes(text));

    private static string HashOf(string text) => Convert.ToHexStringLower(DigestOf(text));

    private static AuditBatch? ParseHeader(string line)
    {
        if (line.Split('\t') is not [Version, var platform, { Length: 16 } instance, var number, var at, var expires, var before, var records, var hash, var beforeExpires, _]) return null;
        if (!PlatId.TryParse(platform, out var id) || Long(number) is not { } n || Long(before) is not { } b || Long(records) is not { } r) return null;
        if (Time(at) is not { } time || Time(expires) is not { } end || Time(beforeExpires) is not { } beforeEnd) return null;
        return new AuditBatch(id, instance, n, time, end, new AuditHead(b, r, hash, beforeEnd), []);
    }

    private static long? Long(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static UnixTime? Time(string text) => Long(text) is { } milliseconds && UnixTime.TryFrom(milliseconds, out var time) ? time : null;
}
