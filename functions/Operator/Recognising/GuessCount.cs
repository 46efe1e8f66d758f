using Ascs.Storage;

namespace Ascs.Operator.Recognising;

/// <summary>What an enterprise's clock hour came to.</summary>
/// <param name="Misses">Identifiers that led to nobody.</param>
/// <param name="People">Subscribers recognised, each counted once.</param>
internal sealed record GuessCount(int Misses, int People)
{
    public static readonly DocumentSchema<GuessCount> Schema = new("guesses", 1, OperatorJson.Default.GuessCount);
}
