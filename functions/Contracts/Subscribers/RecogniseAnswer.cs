namespace Ascs.Contracts;

/// <summary>The answer.</summary>
/// <param name="V">1.</param>
/// <param name="Recognition">What was found.</param>
/// <param name="Tag">The subscriber's tag at this enterprise; null unless recognised.</param>
/// <param name="Certain">True when an identifier names the operator itself (IMSI, carrier token): two claims are then not ambiguous.</param>
public sealed record RecogniseAnswer(int V, Recognition Recognition, SubscriberTag? Tag, bool Certain);
