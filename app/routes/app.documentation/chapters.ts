import { SYMPTOMS } from './symptoms.ts';

/** The chapters of the manual with their sections. Anchors are addresses that people keep: they do not change. */
export const CHAPTERS = [
  {
    anchor: 'metafields',
    title: 'metafields.title',
    sections: [
      { anchor: 'metafields-example', title: 'metafields.example.title' },
      { anchor: 'delivery-promise', title: 'metafields.fields.title' },
      { anchor: 'delivery-promise-source', title: 'metafields.sources.title' },
      { anchor: 'deliveries', title: 'metafields.entries.title' },
      { anchor: 'order-creation', title: 'metafields.creation.title' },
    ],
  },
  { anchor: 'app-proxy', title: 'proxy.title', sections: [] },
  {
    anchor: 'onestock',
    title: 'oneStock.title',
    sections: [
      { anchor: 'access-policy', title: 'oneStock.policy.title' },
      { anchor: 'onestock-data', title: 'oneStock.data.title' },
      { anchor: 'webhook', title: 'oneStock.webhook.title' },
      { anchor: 'stock-requests', title: 'oneStock.stock.title' },
    ],
  },
  {
    anchor: 'troubleshooting',
    title: 'symptoms.title',
    sections: SYMPTOMS.map(({ anchor, name }) => ({ anchor, title: `symptoms.${name}.title` as const })),
  },
] as const;
