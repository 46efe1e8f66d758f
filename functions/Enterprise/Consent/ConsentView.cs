namespace Ascs.Enterprise.Consent;

/// <summary>What the prompt shows.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Form">What was entered; empty at first.</param>
/// <param name="Faults">What it lacked.</param>
/// <param name="PrivacySignal">True when the browser sent Sec-GPC: 1.</param>
public sealed record ConsentView(Prompt Words, ConsentForm Form, IReadOnlyList<ConsentFault> Faults, bool PrivacySignal);
