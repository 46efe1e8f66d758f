namespace Ascs.Hosts.Handset.Phones;

/// <summary>A conversation with one service number through one gateway.</summary>
/// <param name="Thread">Its number, for the URL.</param>
/// <param name="Gateway">Name of the gateway.</param>
/// <param name="Port">The service number.</param>
/// <param name="Unread">Messages not looked at, counted up to 100.</param>
/// <param name="Last">The newest thing it shows.</param>
public sealed record ThreadLine(long Thread, string Gateway, string Port, int Unread, Bubble? Last);
