namespace Ascs.Hosts.Handset.Phones;

/// <summary>A phone in the list.</summary>
/// <param name="Id">Opaque, for the URL.</param>
/// <param name="Number">Masked.</param>
/// <param name="Unread">Messages not looked at, counted up to 100.</param>
/// <param name="Last">The newest thing it shows; null when it shows nothing.</param>
public sealed record PhoneLine(string Id, string Number, int Unread, Bubble? Last)
{
    /// <summary>One of eight colours, the same for one phone in every list.</summary>
    public string Hue => $"hue-{Id[0] % 8}";
}
