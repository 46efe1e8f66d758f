using System.Buffers;
using System.Globalization;
using Ascs.Contracts;

namespace Ascs.Trust.Audit;

/// <summary>A record as one line of a batch: sequence, milliseconds, event, who, what, result, trace id, count; tabs between. Exactly one text for one record.</summary>
internal static class AuditLine
{
    private const int LongestText = 100;
    private const string None = "-";

    // No white space, so a line has the members it was made of; no text of a caller's choosing.
    private static readonly SearchValues<char> Allowed = SearchValues.Create("-.0123456789:@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz/");

    public static string Write(long sequence, AuditEntry entry) => string.Create(CultureInfo.InvariantCulture,
        $"{sequence}\t{entry.At}\t{entry.Event}\t{Clean(entry.Who)}\t{Clean(entry.What)}\t{Clean(entry.Result)}\t{Clean(entry.TraceId)}\t{entry.Count}");

    /// <summary>Null when it is no such line. The caller compares it with what <see cref="Write"/> makes of it: only that one text is right.</summary>
    public static (long Sequence, AuditEntry Entry)? Read(string line)
    {
        if (line.Split('\t') is not [var sequence, var at, var kind, var who, var what, var result, var trace, var count]) return null;
        if (Number(sequence) is not { } number || Number(count) is not (> 0 and <= int.MaxValue and var times) || !Enum.TryParse(kind, out AuditEvent found)) return null;
        if (Number(at) is not { } milliseconds || !UnixTime.TryFrom(milliseconds, out var time)) return null;
        return (number, new AuditEntry(found, who, what, result, trace == None ? null : trace, time) { Count = (int)times });
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return None;
        if (text.Length <= LongestText && !text.AsSpan().ContainsAnyExcept(Allowed)) return text;
        return string.Concat(text.Take(LongestText).Select(symbol => Allowed.Contains(symbol) ? symbol : '_'));
    }
}
