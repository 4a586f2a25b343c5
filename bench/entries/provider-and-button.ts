import '../../src/components/pay-provider/pay-provider.js';
import '../../src/components/ui/button/button.js';
