using Ascs.Trust.Limits;
using Ascs.Trust.Tests.Hosting;

namespace Ascs.Trust.Tests.Limits;

/// <summary>A world of small limits, each larger than the one that is met before it.</summary>
public sealed class LimitedWorld : TestWorld
{
    internal override LimitOptions Limits { get; } = new()
    {
        Address = new RateLimit(10, 60), Pages = new RateLimit(1, 3), Platform = new RateLimit(10, 20),
        Enterprise = new RateLimit(5, 40), Aid = new RateLimit(1, 3),
    };
}
