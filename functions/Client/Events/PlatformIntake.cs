using Ascs.Client.Folders;

namespace Ascs.Client.Events;

/// <summary>The intake of events from the trusted party.</summary>
internal sealed class PlatformIntake(ClientParts parts) : IDisposable
{
    public EventIntake Events { get; } = new(parts.Store, "platform");

    public void Dispose() => Events.Dispose();
}
