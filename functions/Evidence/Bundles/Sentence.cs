namespace Ascs.Evidence.Bundles;

/// <summary>One sentence for people, in both languages.</summary>
/// <param name="Zh">Simplified Chinese.</param>
/// <param name="En">English.</param>
public sealed record Sentence(string Zh, string En);
