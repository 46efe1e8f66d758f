namespace Ascs.TrustedParty.Pages;

/// <summary>The first page.</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Size">Leaves it has.</param>
/// <param name="Checkpoint">Newest checkpoint, C2SP text.</param>
/// <param name="Keys">Public keys that sign it, as public tools take them.</param>
public sealed record HomeView(string Origin, long Size, string Checkpoint, IReadOnlyList<string> Keys);
