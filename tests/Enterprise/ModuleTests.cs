using Ascs.Contracts;
using Ascs.Enterprise.Tests.World;
using Ascs.Trust.Hosting;

namespace Ascs.Enterprise.Tests;

public sealed class ModuleTests
{
    [Fact]
    public async Task every_endpoint_and_page_of_the_catalogue_is_bound_and_its_handler_is_in_the_container()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        var table = EnterpriseTable.Create();
        Assert.Equal(EnterpriseCatalogue.Endpoints.Select(e => e.Name).Order(), table.Endpoints.Select(e => e.Endpoint.Name).Order());
        Assert.Equal(EnterpriseCatalogue.Pages.Append(CommonPages.Style).Select(p => p.Name).Order(), table.Pages.Select(p => p.Page.Name).Order());
        Assert.All(table.Endpoints, bound => Assert.NotNull(world.Get<IServiceProvider>().GetService(bound.HandlerType)));
    }

    [Fact]
    public async Task it_is_down_until_every_partners_key_is_known()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        var part = world.Get<IEnumerable<IHealthPart>>().Single(p => p.Name == "enterprise");
        Assert.True(await part.IsUpAsync(world.Ct));
        foreach (var missing in new[] { (world.Partners.TrustedParty.PlatId, "intake"), (world.Partners.Second.PlatId, "seal") })
        {
            world.Partners.Unstated.Add(missing);
            Assert.False(await part.IsUpAsync(world.Ct));
            world.Partners.Unstated.Clear();
        }
    }
}
