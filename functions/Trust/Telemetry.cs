using System.Diagnostics;

namespace Ascs.Trust;

/// <summary>Traces across the parties, under one W3C trace id. Only names and statuses go into spans.</summary>
public static class Telemetry
{
    /// <summary>Name of the activity source, for OpenTelemetry's <c>AddSource</c>.</summary>
    public const string SourceName = "Ascs";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Starts a span; null when nobody listens.</summary>
    /// <param name="step">What is done: <c>gate</c>, <c>handle</c>, <c>call</c>, …</param>
    /// <param name="operation">Endpoint name.</param>
    /// <param name="kind">Which side of a call.</param>
    public static Activity? Start(string step, string operation, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity($"{step} {operation}", kind);
}
