namespace Ascs.Trust.Hosting;

/// <summary>Marks each connection with its listener; requests see their connection's features.</summary>
internal sealed record ListenerFeature(Listener Listener)
{
    public static readonly ListenerFeature Public = new(Listener.Public), Platform = new(Listener.Platform);
}
