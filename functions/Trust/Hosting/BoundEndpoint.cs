using Ascs.Contracts;

namespace Ascs.Trust.Hosting;

/// <summary>An endpoint with its handler. The gate runs it with the typed request.</summary>
/// <param name="Endpoint">The catalogue entry.</param>
public abstract record BoundEndpoint(Endpoint Endpoint);
