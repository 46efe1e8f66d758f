using Ascs.Contracts;

namespace Ascs.Enterprise.Policies;

/// <summary>What the full agreement and the privacy policy show.</summary>
/// <param name="Services">Every service with all versions of its policy, newest first.</param>
public sealed record PolicyView(IReadOnlyList<IReadOnlyList<ServicePolicy>> Services);
