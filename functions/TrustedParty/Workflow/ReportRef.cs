using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>An operator's report, as evidence.</summary>
/// <param name="Operator">Who reported.</param>
/// <param name="Author">Its author signature (the `ascs-author` header).</param>
/// <param name="ContentDigest">What was signed: the RFC 9530 digest of the report's body.</param>
internal sealed record ReportRef(OperatorId Operator, string Author, string ContentDigest);
