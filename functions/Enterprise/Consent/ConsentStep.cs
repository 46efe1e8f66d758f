using Ascs.Contracts;

namespace Ascs.Enterprise.Consent;

/// <summary>A state a consent entered.</summary>
/// <param name="State">Which.</param>
/// <param name="At">When.</param>
/// <param name="Code">Problem code of a refusal.</param>
internal sealed record ConsentStep(ConsentState State, UnixTime At, string? Code = null);
