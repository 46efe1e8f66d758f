namespace Ascs.Evidence.Checkpoints;

/// <summary>What the signatures of a note are worth to someone who knows certain keys.</summary>
public abstract record NoteVerdict
{
    private NoteVerdict()
    {
    }

    /// <summary>At least one known key signed, and no line that claims to be by a known key is false.</summary>
    /// <param name="SignedBy">The known keys that signed, in the order of the lines.</param>
    public sealed record Verified(IReadOnlyList<NoteKey> SignedBy) : NoteVerdict;

    /// <summary>No line is by a known key: the text must be ignored.</summary>
    public sealed record NoKnownKey : NoteVerdict;

    /// <summary>A line claims to be by a known key and is not: the whole note is refused.</summary>
    /// <param name="By">The key whose name was used.</param>
    public sealed record FalseSignature(NoteKey By) : NoteVerdict;
}
