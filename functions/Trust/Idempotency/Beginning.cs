namespace Ascs.Trust.Idempotency;

/// <summary>What a call with an idempotency key meets.</summary>
internal abstract record Beginning
{
    private Beginning() { }

    /// <summary>It is the first, or the first one's host died: carry the act out.</summary>
    public sealed record Started(Claim Claim) : Beginning;

    /// <summary>The act was carried out: give the same answer.</summary>
    public sealed record AnsweredBefore(StoredAnswer Answer) : Beginning;

    /// <summary>The first call is at work.</summary>
    public sealed record InProgress : Beginning;

    /// <summary>The key belongs to another request.</summary>
    public sealed record OtherRequest : Beginning;
}
