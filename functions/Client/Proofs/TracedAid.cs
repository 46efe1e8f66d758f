using Ascs.Contracts;
using Ascs.Evidence.Bundles;

namespace Ascs.Client;

/// <summary>The evidence of an AID, checked offline.</summary>
/// <param name="Timeline">What happened, oldest first.</param>
/// <param name="Proof">What the bundle proves, and what it does not; <see cref="BundleReport.Holds"/> says whether it is genuine.</param>
/// <param name="Bundle">The bundle: hand it to whoever wants to check it again.</param>
/// <param name="Cursor">For more; null at the end.</param>
public sealed record TracedAid(IReadOnlyList<TimelineEntry> Timeline, BundleReport Proof, ReadOnlyMemory<byte> Bundle, string? Cursor);
