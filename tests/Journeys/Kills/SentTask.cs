using Ascs.Contracts;

namespace Ascs.Journeys.Tests.Kills;

/// <summary>A task that the platform accepted.</summary>
/// <param name="Enterprise">Whose.</param>
/// <param name="PostedAt">When it was posted first.</param>
/// <param name="Aids">To whom, in the order sent.</param>
/// <param name="Answer">The acceptance.</param>
internal sealed record SentTask(string Enterprise, DateTimeOffset PostedAt, IReadOnlyList<Aid> Aids, CreateDispatchAnswer Answer);
