namespace Ascs.Operator.Subscribers;

/// <summary>What became of an import.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome() { }

    /// <summary>The new rows are in force.</summary>
    /// <param name="Version">Their version.</param>
    /// <param name="Lines">How many lines, without the header.</param>
    public sealed record Imported(string Version, int Lines) : ImportOutcome;

    /// <summary>The same file was imported before; nothing was done.</summary>
    /// <param name="Version">The version in force.</param>
    public sealed record Unchanged(string Version) : ImportOutcome;

    /// <summary>Nothing was imported; the former rows stay in force.</summary>
    /// <param name="Faults">Every bad line, in order.</param>
    public sealed record Refused(IReadOnlyList<ImportFault> Faults) : ImportOutcome;
}
