using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Ascs.Trust.Journal;

/// <summary>For people at a console: <c>20:00:00.000 INFO  PlatformGate.cs:42 message [trace]</c>.</summary>
internal sealed class JournalFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "journal";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var line = JournalLine.Of(logEntry, time.GetUtcNow());
        textWriter.Write($"{line.Time:yyyy-MM-dd HH:mm:ss.fff} {line.Level,-5} {line.File}:{line.Line} ");
        if (line.Kind != JournalKind.Run) textWriter.Write($"<{line.Kind}> ");
        textWriter.Write(line.Message);
        textWriter.WriteLine(line.TraceId is null ? "" : $" [{line.TraceId}]");
    }
}
