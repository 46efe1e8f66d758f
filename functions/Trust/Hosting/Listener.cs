namespace Ascs.Trust.Hosting;

/// <summary>Which door of a platform a connection came in by.</summary>
public enum Listener
{
    /// <summary>For people's browsers: pages, published keys, log reads, health.</summary>
    Public,

    /// <summary>For paired platforms: client certificates only.</summary>
    Platform,
}
