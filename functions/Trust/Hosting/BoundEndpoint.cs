using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Gate;
using Ascs.Trust.Sessions;

namespace Ascs.Trust.Hosting;

/// <summary>An endpoint with its handler. The gate runs it with the typed request.</summary>
/// <param name="Endpoint">The catalogue entry.</param>
public abstract record BoundEndpoint(Endpoint Endpoint)
{
    /// <summary>The type resolved from the container for each call.</summary>
    public abstract Type HandlerType { get; }

    /// <summary>Reads a body into its type, strictly.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is not one; the path tells where.</exception>
    internal abstract object? Read(ReadOnlySpan<byte> body, SensitiveWire? wire);

    /// <summary>The same bytes for two requests that say the same, though sensitive members differ on the wire.</summary>
    internal ReadOnlyMemory<byte> Canonical(object request, ReadOnlyMemory<byte> body) =>
        SensitiveMembers.In(Endpoint.RequestType) ? System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(request, Endpoint.RequestType, SensitiveWire.Clear) : body;

    /// <summary>Runs the handler with a body read by <see cref="Read"/>.</summary>
    internal abstract Task<PlainAnswer> RunAsync(object request, Call call, SensitiveWire? wire, IServiceProvider services, CancellationToken cancellationToken);
}
