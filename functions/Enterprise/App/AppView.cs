using Ascs.Contracts;

namespace Ascs.Enterprise.App;

/// <summary>What the sample app shows.</summary>
/// <param name="Services">Services offered.</param>
/// <param name="Phones">Names of the phones one may hold; their identifiers never get into a page.</param>
/// <param name="Fault">What was wrong with the last post.</param>
/// <param name="Phone">The phone picked last.</param>
/// <param name="Service">The service picked last.</param>
public sealed record AppView(IReadOnlyList<ServicePolicy> Services, IReadOnlyList<LocalText> Phones, AppFault Fault, int? Phone, ServiceId? Service);
