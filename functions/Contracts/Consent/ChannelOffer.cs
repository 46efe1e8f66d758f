namespace Ascs.Contracts;

/// <summary>A channel a service offers, with the promise that binds it.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Promise">When, how often, from where.</param>
public sealed record ChannelOffer(Channel Channel, Promise Promise);
