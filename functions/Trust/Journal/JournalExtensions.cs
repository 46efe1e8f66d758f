using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Journal;

/// <summary>
/// The logs of ISC-7.5: every line has time, level, file, line and message. Messages hold codes, counts, endpoint names and the ids that may be logged
/// (PlatID, enterprise, operator, dispatch, authorisation); never a body, a header, a number, a device id, a token or a key.
/// </summary>
public static class JournalExtensions
{
    /// <summary>How the platform runs: something worth knowing.</summary>
    public static void Note(this ILogger logger, string message, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Write(logger, LogLevel.Information, JournalKind.Run, message, file, line);

    /// <summary>How the platform runs: something that a person should look at soon.</summary>
    public static void Warn(this ILogger logger, string message, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Write(logger, LogLevel.Warning, JournalKind.Run, message, file, line);

    /// <summary>A key point of the business.</summary>
    public static void Business(this ILogger logger, string message, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Write(logger, LogLevel.Information, JournalKind.Business, message, file, line);

    /// <summary>Key data changed.</summary>
    public static void Change(this ILogger logger, string message, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Write(logger, LogLevel.Information, JournalKind.Change, message, file, line);

    /// <summary>A bug or a lost part. Types and places are told, the exception's message is not: it may quote what was being handled.</summary>
    /// <param name="logger">Where to.</param>
    /// <param name="fault">What was thrown.</param>
    /// <param name="message">What was being done.</param>
    /// <param name="traceId">The trace id that the answer names; null takes the current one.</param>
    /// <param name="file">Left out.</param>
    /// <param name="line">Left out.</param>
    public static void Fault(
        this ILogger logger, Exception fault, string message, string? traceId = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Write(logger, LogLevel.Error, JournalKind.Run, $"{message}: {FaultText.Of(fault)}", file, line, traceId);

    private static void Write(ILogger logger, LogLevel level, JournalKind kind, string message, string file, int line, string? traceId = null)
    {
        ArgumentNullException.ThrowIfNull(logger);
        if (!logger.IsEnabled(level)) return;
        var entry = new JournalEntry(kind, message, Path.GetFileName(file), line, traceId);
        logger.Log(level, default, entry, null, static (state, _) => state.ToString());
    }
}
