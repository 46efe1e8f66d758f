namespace Ascs.Trust.Keys;

/// <summary>What came back when a platform was asked for keys.</summary>
internal abstract record KeyAnswer
{
    private KeyAnswer() { }

    /// <summary>Statements, nothing of them judged yet.</summary>
    public sealed record Read(IReadOnlyList<SignedKeyStatement> Statements) : KeyAnswer;

    /// <summary>No statements.</summary>
    /// <param name="Why">For the journal: words of our own, nothing of what was answered.</param>
    public sealed record Failed(string Why) : KeyAnswer;
}
