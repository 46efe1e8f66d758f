using Ascs.Contracts;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>The way back to the enterprise.</summary>
/// <param name="Confirmed">What was answered.</param>
/// <param name="Withdrawn">True when it had been set up before and the answer withdrew it.</param>
/// <param name="EnterpriseName">To whom.</param>
/// <param name="At">When.</param>
/// <param name="ReturnTo">Where the form posts.</param>
/// <param name="Result">The signed result.</param>
public sealed record ReturnView(bool Confirmed, bool Withdrawn, LocalText EnterpriseName, DateTimeOffset At, Uri ReturnTo, string Result);
