using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Dispatches;

namespace Ascs.TrustedParty.Workflow;

/// <summary>What effects work on: the state as it was when the command was given, and what is in memory already and need not be read again.</summary>
/// <param name="State">The state. Its lines say what is to be done.</param>
/// <param name="Content">The content; null when it must be read.</param>
/// <param name="Records">Records of AIDs read earlier; null when they must be read.</param>
internal sealed record SendJob(SendState State, DispatchContent? Content, IReadOnlyDictionary<Aid, AidRecord>? Records);
