using System.Collections;
using System.Diagnostics;
using System.Globalization;

namespace Ascs.Trust.Journal;

/// <summary>The state of a log line: what formatters and exporters see.</summary>
internal sealed class JournalEntry(JournalKind kind, string message, string file, int line, string? traceId) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] members =
    [
        // OpenTelemetry's names for a place in the source.
        new("code.file.path", file), new("code.line.number", line), new("kind", kind), new("message", message),
    ];

    public JournalKind Kind => kind;

    public string Message => message;

    public string File => file;

    public int Line => line;

    public string? TraceId { get; } = traceId ?? Activity.Current?.TraceId.ToHexString();

    public int Count => members.Length;

    public KeyValuePair<string, object?> this[int index] => members[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => members.AsEnumerable().GetEnumerator();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{message} ({file}:{line})");

    IEnumerator IEnumerable.GetEnumerator() => members.GetEnumerator();
}
