using Ascs.TrustedParty.Dispatches;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>What every dispatch at work needs.</summary>
/// <param name="Store">Dispatches in the store.</param>
/// <param name="Index">The index of dispatches at work.</param>
/// <param name="Effects">What commands do.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">Where faults are told.</param>
internal sealed record InstanceServices(DispatchStore Store, SendIndex Index, ISendEffects Effects, TimeProvider Time, ILogger Logger);
