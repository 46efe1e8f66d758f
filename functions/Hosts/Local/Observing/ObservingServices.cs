using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ascs.Hosts.Local.Observing;

/// <summary>Run log and traces of a platform (ISC-7.5).</summary>
internal static class ObservingServices
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>
    /// The journal goes to `data/journal.jsonl` and, when asked, to the console. Spans of all platforms carry one trace id through a journey;
    /// they are exported when OTEL_EXPORTER_OTLP_ENDPOINT names a collector.
    /// </summary>
    public static void AddObserving(this WebApplicationBuilder builder, PlatformParts parts, HostSettings settings)
    {
        builder.Logging.AddJournal();
        if (!settings.Console)
            builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider>(container => new JournalProvider(
            new JournalWriter(parts.Folder.Journal),
            container.GetServices<ConsoleFormatter>().First(formatter => formatter.Name == JournalJsonFormatter.FormatterName)));
        if (Environment.GetEnvironmentVariable(Endpoint) is { Length: > 0 })
            AddTraces(builder.Services, parts.File);
    }

    private static void AddTraces(IServiceCollection services, PartyFile file) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("ascs-" + file.Id))
        .WithTracing(traces => traces.AddSource("Ascs.*").AddOtlpExporter());
}
