namespace Ascs.Trust.Keys;

/// <summary>What became of a key offered for a platform.</summary>
public abstract record KeyOffer
{
    private KeyOffer() { }

    /// <summary>It is the key already known under this name and version.</summary>
    public sealed record Known(PublicKeyStatement Statement) : KeyOffer;

    /// <summary>It is new, soundly stated, and taken. The trusted party appends a leaf for it.</summary>
    public sealed record Taken(PublicKeyStatement Statement) : KeyOffer;

    /// <summary>It is not taken, and nothing changed.</summary>
    public sealed record Refused(KeyFault Fault) : KeyOffer;
}
