using Ascs.Trust.Hosting;

namespace Ascs.Trust.Tests.Hosting;

internal sealed class TestPart(Handled handled) : IHealthPart
{
    public string Name => "test";

    public Task<bool> IsUpAsync(CancellationToken cancellationToken) => Task.FromResult(handled.IsUp);
}
