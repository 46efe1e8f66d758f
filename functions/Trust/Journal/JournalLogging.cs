using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Ascs.Trust.Journal;

/// <summary>Makes the journal the only log of a host.</summary>
public static class JournalLogging
{
    /// <summary>Replaces every provider by standard error in the journal's form. Frameworks are heard from WARN up: below, they write what was asked of them.</summary>
    /// <param name="logging">The host's logging.</param>
    /// <param name="asJson">One JSON object a line, for machines; else for people.</param>
    public static ILoggingBuilder AddJournal(this ILoggingBuilder logging, bool asJson = false)
    {
        ArgumentNullException.ThrowIfNull(logging);
        logging.ClearProviders();
        logging.Services.TryAddSingleton(TimeProvider.System);
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        // A formatter without options of its own is registered by itself.
        logging.Services.AddSingleton<ConsoleFormatter, JournalFormatter>().AddSingleton<ConsoleFormatter, JournalJsonFormatter>();
        return logging.AddConsole(console =>
        {
            console.FormatterName = asJson ? JournalJsonFormatter.FormatterName : JournalFormatter.FormatterName;
            console.LogToStandardErrorThreshold = LogLevel.Trace; // standard output is what a command answers: READY and addresses
        });
    }
}
