namespace Ascs.Contracts;

/// <summary>Every code a platform answers with: what <see cref="CommonPages.Errors"/> shows.</summary>
/// <param name="V">1.</param>
/// <param name="Problems">All codes, those of the gate first.</param>
public sealed record ProblemCatalogue(int V, IReadOnlyList<ProblemEntry> Problems)
{
    /// <summary>That of this version.</summary>
    public static ProblemCatalogue Current { get; } = new(
        1, [.. ProblemCodes.All.Select(code => new ProblemEntry(code.Code, code.Status, code.Class, code.Retry, new LocalText(code.Zh, code.Title)))]);
}
