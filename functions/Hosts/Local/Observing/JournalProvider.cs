using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Ascs.Hosts.Local.Observing;

/// <summary>Writes the journal of a platform to its file, in the words of Trust's formatters (ISC-7.5: time, level, file, line, message).</summary>
/// <param name="writer">The journal.</param>
/// <param name="lines">Formats a line of the file.</param>
internal sealed class JournalProvider(JournalWriter writer, ConsoleFormatter lines) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose() => writer.Dispose();

    private sealed class Logger(JournalProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var line = new StringWriter();
            provider.Format(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), line);
        }
    }

    private void Format<TState>(in LogEntry<TState> entry, StringWriter line)
    {
        lines.Write(entry, null, line);
        writer.Append(line.ToString().TrimEnd('\n', '\r'));
    }
}
