using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ascs.Trust.Journal;

/// <summary>One line as it is written, whoever logged it.</summary>
/// <param name="Time">Beijing time.</param>
/// <param name="Level">INFO, WARN …</param>
/// <param name="Kind">Which log.</param>
/// <param name="File">Source file; of a framework's line its category.</param>
/// <param name="Line">Line there; 0 for a framework's.</param>
/// <param name="Message">One line of text, without control characters.</param>
/// <param name="TraceId">W3C trace id, or null.</param>
internal sealed record JournalLine(DateTimeOffset Time, string Level, JournalKind Kind, string File, int Line, string Message, string? TraceId)
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static JournalLine Of<TState>(in LogEntry<TState> entry, DateTimeOffset now)
    {
        var time = now.ToOffset(Beijing);
        if (entry.State is JournalEntry own) return new JournalLine(time, Name(entry.LogLevel), own.Kind, own.File, own.Line, OneLine(own.Message), own.TraceId);
        var text = entry.Formatter(entry.State, null) + (entry.Exception is { } fault ? ": " + FaultText.Of(fault) : "");
        return new JournalLine(time, Name(entry.LogLevel), JournalKind.Run, entry.Category, 0, OneLine(text), Activity.Current?.TraceId.ToHexString());
    }

    // A line that could be broken could be forged.
    private static string OneLine(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(symbol => char.IsControl(symbol) ? ' ' : symbol)) : text;

    private static string Name(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRACE",
        LogLevel.Debug => "DEBUG",
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARN",
        LogLevel.Error => "ERROR",
        _ => "FATAL",
    };
}
