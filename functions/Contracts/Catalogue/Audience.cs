namespace Ascs.Contracts;

/// <summary>Who calls an endpoint.</summary>
public enum Audience
{
    /// <summary>A paired platform: client certificate, signature, the whole gate.</summary>
    Platform,

    /// <summary>A browser on the public listener: pages, health, published keys and log reads.</summary>
    Page,
}
