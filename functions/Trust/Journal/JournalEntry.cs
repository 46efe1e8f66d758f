using System.Collections;
using System.Diagnostics;
using System.Globalization;

namespace Ascs.Trust.Journal;

/// <summary>The state of a log line: what formatters and exporters see.</summary>
internal sealed class JournalEntry(string message, string file, int line, string? traceId) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] members =
    [
        new("code.file", file), new("code.line", line), new("trace", traceId ?? Activity.Current?.TraceId.ToHexString()), new("{OriginalFormat}", "{message}"), new("message", message),
    ];

    public string Message { get; } = message;

    public string Place { get; } = string.Create(CultureInfo.InvariantCulture, $"{file}:{line}");

    public string File { get; } = file;

    public int Line { get; } = line;

    public string? TraceId => (string?)members[2].Value;

    public int Count => members.Length;

    public KeyValuePair<string, object?> this[int index] => members[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => members.AsEnumerable().GetEnumerator();

    public override string ToString() => $"{Message} ({Place})";

    IEnumerator IEnumerable.GetEnumerator() => members.GetEnumerator();
}
