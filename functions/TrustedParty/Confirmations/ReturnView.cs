using Ascs.Contracts;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>The way back to the enterprise.</summary>
/// <param name="Confirmed">What was answered.</param>
/// <param name="EnterpriseName">To whom.</param>
/// <param name="At">When.</param>
/// <param name="ReturnTo">Where the form posts.</param>
/// <param name="Result">The signed result.</param>
public sealed record ReturnView(bool Confirmed, LocalText EnterpriseName, DateTimeOffset At, Uri ReturnTo, string Result);
